const text = { type: 'string', minLength: 1 };
const address = { type: 'string', pattern: '^https?://[^\\s]+$' };
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?[+-]\\d{2}:\\d{2})?$' };
const language = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' };

function thing(type: string, properties: object, required: readonly string[]) {
  return {
    type: 'object',
    properties: { '@type': { const: type }, ...properties },
    required: ['@type', ...required],
    additionalProperties: false,
  };
}

const corporation = thing(
  'Corporation',
  { name: text, tickerSymbol: { type: 'string', pattern: '^ASX:[A-Z0-9]{3,6}$' }, url: address },
  ['name', 'tickerSymbol'],
);

/**
 * The shape of what a release's page says in JSON-LD, by the ranges that schema.org gives for NewsArticle, Corporation,
 * MediaObject, CorrectionComment and PropertyValue; a property that they do not have is refused.
 */
export const newsArticleShape = thing(
  'NewsArticle',
  {
    '@context': { const: 'https://schema.org' },
    '@id': address,
    headline: { type: 'string', minLength: 1, maxLength: 110 },
    name: text,
    mainEntityOfPage: address,
    image: address,
    description: text,
    datePublished: date,
    dateModified: date,
    inLanguage: language,
    url: address,
    publisher: corporation,
    author: corporation,
    about: { type: 'array', minItems: 1, items: corporation },
    identifier: thing('PropertyValue', { propertyID: text, value: text }, ['propertyID', 'value']),
    associatedMedia: {
      type: 'array',
      minItems: 1,
      items: thing(
        'MediaObject',
        {
          name: text,
          contentUrl: address,
          encodingFormat: text,
          contentSize: text,
          sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        },
        ['contentUrl'],
      ),
    },
    correction: {
      type: 'array',
      minItems: 1,
      items: thing('CorrectionComment', { headline: text, text, datePublished: date, url: address }, [
        'text',
        'datePublished',
        'url',
      ]),
    },
  },
  ['@context', 'headline', 'datePublished', 'inLanguage', 'url', 'publisher', 'author'],
);
