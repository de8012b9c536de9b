import { counted } from '../text/counted.ts';
import { escapeMarkup } from '../text/markup.ts';
import type { Problem } from '../release/problem.ts';

/**
 * The page that `npm run dev` shows at the address of a release that cannot be shown: what is wrong with its file.
 * It shows the release itself once that is put right. `base` is the site's path.
 */
export function problemPage(file: string, problems: readonly Problem[], base: string): string {
  const items = problems.map(({ line, field, severity, message, hint }) => {
    const about = field === undefined ? '' : ` <code>${isolated(field)}</code>`;
    const mark = severity === 'warning' ? 'Warning: ' : '';
    return `<li><p><strong>Line ${line}</strong>${about}</p><p>${mark}${isolated(message)}</p><p>${isolated(hint)}</p></li>`;
  });
  return `<!doctype html>
<html lang="en-AU">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Not shown yet: ${escapeMarkup(file)}</title>
<style>body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }</style>
<script type="module" src="${escapeMarkup(base)}@vite/client"></script>
</head>
<body>
<main>
<h1>This release is not shown yet</h1>
<p>${isolated(file)} has ${counted(problems.length, 'problem')}. This page shows the release once its file is put right.</p>
<ul>
${items.join('\n')}
</ul>
<p><a href="${escapeMarkup(base)}">The rest of the archive</a></p>
</main>
</body>
</html>
`;
}

/** Text of a file, whose own direction does not reach what stands beside it. */
function isolated(text: string): string {
  return `<bdi>${escapeMarkup(text)}</bdi>`;
}
