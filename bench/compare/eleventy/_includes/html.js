/** @typedef {import('../eleventy.config.js').Item} Item */

/** @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * @param {string} title
 * @param {string} body
 */
export function page(title, body, head = '') {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
${head}</head>
<body>
${body}
</body>
</html>
`;
}

/** @param {readonly Item[]} releases */
export function rows(releases) {
  const lines = releases.map(
    ({ url, data }) =>
      `<li><time datetime="${data.when.slice(0, 10)}">${data.when.replace('T', ' ').slice(0, 16)}</time> ${data.codes.join(' ')} <a href="${url}">${escape(data.title)}</a></li>`,
  );
  return `<ul>\n${lines.join('\n')}\n</ul>`;
}
