import { scriptName, type PageScript } from '../client-files.ts';
import { html, type Markup } from '../markup.ts';

interface Frame {
  readonly title: string;
  /** Path of the desk's pages. */
  readonly base: string;
  /** The archive's name. */
  readonly archive: string;
  readonly script?: PageScript;
  readonly wide?: boolean;
}

/** A page of the desk around its content; it is not shown before its script is there, since its buttons would do nothing. */
export function layout({ title, base, archive, script, wide = false }: Frame, content: Markup): Markup {
  return html`<html lang="en-AU">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} – Desk</title>
      ${['tokens', 'base', 'frame', 'release', 'forced-colors'].map((name) => html`<link rel="stylesheet" href="${base}style/${name}.css" />`)}
      <link rel="stylesheet" href="${base}client/desk.css" />
      <link rel="icon" href="${base}icon.svg" type="image/svg+xml" />
      ${script !== undefined && html`<script type="module" blocking="render" src="${base}client/${scriptName(script)}"></script>`}
    </head>
    <body class="desk${wide && ' wide'}" data-base="${base}">
      <a class="skip" href="#main">Skip to the content</a>
      <header class="site">
        <a class="name" href="${base}">${archive}: desk</a>
      </header>
      <main id="main" tabindex="-1">${content}</main>
    </body>
  </html>`;
}
