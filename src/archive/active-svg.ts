import { decodeUtf8 } from '../text/decode-utf8.ts';
import { quote } from '../text/quote.ts';
import { readXml, type XmlAttribute, type XmlElement } from '../text/read-xml.ts';

/**
 * What makes an SVG more than a picture, as the object of a sentence: `a script`. `undefined` where each of its elements and
 * attributes draws, describes, or is an editor's note that browsers know nothing of, and nothing in it is loaded from elsewhere.
 */
export function activePart(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) return 'text in another encoding than UTF-8';
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'a document type, in which anything could stand';
  const elements = readXml(text);
  if (!elements) return 'markup that is not plain XML in UTF-8';
  const [root] = elements;
  if (root?.name !== 'svg' || root.namespace !== SVG) return 'no element svg around all else';
  for (const element of elements) {
    const fault = element.namespace === SVG ? faultOf(element) : faultOfForeign(element);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

function faultOf(element: XmlElement): string | undefined {
  const { name, attributes, text } = element;
  if (name === 'script') return 'a script';
  if (/^(?:animate|set$|discard$)/.test(name)) return 'movement';
  if (!ELEMENTS.has(name)) return `${quote(name)}, which is no part of a picture`;
  if (name === 'style' && isLoading(text)) return LOADING;
  for (const attribute of attributes) {
    const fault = faultOfAttribute(attribute, name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfAttribute({ namespace, name, value }: XmlAttribute, element: string): string | undefined {
  if (name === 'href' && (namespace === '' || namespace === XLINK)) {
    const isOwn = /^\s*#/.test(value) || (element === 'image' && DATA_PICTURE.test(value));
    return isOwn ? undefined : 'an address';
  }
  if (namespace === XLINK) return undefined;
  if (namespace === XML) return /^(?:space|lang|id)$/.test(name) ? undefined : `the attribute ${quote(`xml:${name}`)}`;
  if (namespace !== '') return isOfEditor(namespace) ? undefined : `the attribute ${quote(name)} of another language`;
  if (/^on/i.test(name)) return 'something that runs by itself';
  if (/^(?:data|aria)-/.test(name) || WORDS.has(name)) return undefined;
  if (!ATTRIBUTES.has(name)) return `the attribute ${quote(name)}, which is no part of a picture`;
  return isLoading(value) ? LOADING : undefined;
}

/** Elements of other languages do nothing where no browser knows the language, and so do the attributes that are theirs. */
function faultOfForeign({ namespace, name, attributes }: XmlElement): string | undefined {
  if (!isOfEditor(namespace)) return `${quote(name)} of another language than SVG`;
  const faults = attributes.map((one) => (one.namespace === '' ? undefined : faultOfAttribute(one, name)));
  return faults.find((fault) => fault !== undefined);
}

/** Browsers know languages of the W3C and of Mozilla alone; of these, that of metadata does nothing in them. */
function isOfEditor(namespace: string): boolean {
  return namespace.startsWith('http://www.w3.org/1999/02/22-rdf-syntax-ns#') || !/w3\.org|mozilla/i.test(namespace);
}

/** True for styles that load something, or may hide that they do. */
function isLoading(styles: string): boolean {
  const rest = styles.replace(OWN_URL, '');
  return /\\|url\s*\(|(?:image|image-set|src)\s*\(|@(?!media\b|supports\b|font-face\b|(?:-webkit-)?keyframes\b)/i.test(
    rest,
  );
}

const LOADING = 'an address of something to be loaded';
const PICTURE = 'data:image/(?:png|jpeg|jpg|gif|webp);base64,[\\w+/=\\s]*';
const DATA_PICTURE = new RegExp(`^\\s*${PICTURE}$`, 'i');
const OWN_URL = new RegExp(`url\\(\\s*(["']?)(?:#[^"'()\\\\]*|${PICTURE})\\1\\s*\\)`, 'gi');

const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon image text tspan
textPath tref linearGradient radialGradient stop pattern clipPath mask marker view filter feBlend feColorMatrix
feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
feTile feTurbulence flowRoot flowRegion flowPara flowSpan`.split(/\s+/),
);

/** Attributes whose value is words, and no style. */
const WORDS: ReadonlySet<string> = new Set([
  'id',
  'class',
  'lang',
  'role',
  'title',
  'systemLanguage',
  'requiredFeatures',
  'requiredExtensions',
]);

/** What places, shapes and paints. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `style version baseProfile contentScriptType contentStyleType zoomAndPan type media focusable tabindex x y x1 x2 y1 y2 z cx cy
r rx ry fx fy fr dx dy d points width height viewBox preserveAspectRatio transform transform-origin transform-box pathLength
rotate textLength lengthAdjust startOffset method spacing side offset gradientUnits gradientTransform spreadMethod patternUnits
patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits mask-type markerWidth markerHeight markerUnits
refX refY orient filterUnits primitiveUnits filterRes in in2 result mode values tableValues slope intercept amplitude exponent
operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale
diffuseConstant specularConstant specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ scale
xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles alignment-baseline
baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-profile color-rendering
cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font
font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
font-variant-caps font-variant-ligatures font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mix-blend-mode
opacity overflow paint-order pointer-events shape-rendering solid-color solid-opacity stop-color stop-opacity stroke
stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align
text-anchor text-decoration text-indent text-orientation text-rendering text-transform unicode-bidi vector-effect visibility
white-space word-spacing writing-mode`.split(/\s+/),
);
