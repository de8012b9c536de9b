import { ask, base, element, keyPath, make } from './ask.ts';
import { once } from './once.ts';
import { workSealing } from './seal.ts';

interface BuildReport {
  readonly isBuilt: boolean;
  readonly lines: readonly string[];
  readonly problems: readonly {
    readonly file: string;
    readonly severity: string;
    readonly message: string;
    readonly hint: string;
  }[];
}

const button = element<HTMLButtonElement>('[data-build]');
const status = element('[data-status]');
const look = element('[data-look]');
const unpublish = document.querySelector<HTMLElement>('[data-unpublish]');

workSealing();
unpublish?.addEventListener(
  'click',
  once(async () => {
    const key = keyPath(unpublish.dataset['unpublish'] ?? '');
    const reply = await ask(`unpublish/${key}`);
    if (reply.ok) location.assign(`${base}review/${key}`);
    else element('[data-refused]').textContent = reply.fault;
    return reply.ok;
  }),
);
button.addEventListener('click', () => {
  button.disabled = true;
  status.textContent = 'Building the site…';
  void ask<BuildReport>('build').then((reply) => {
    button.disabled = false;
    look.replaceChildren();
    if (!reply.ok) status.textContent = reply.fault;
    else if (reply.value.isBuilt) show(reply.value);
    else {
      const wrong = reply.value.problems.filter(({ severity }) => severity === 'error');
      status.textContent = [
        'The site was not built.',
        ...reply.value.lines,
        ...wrong.map(({ file, message, hint }) => `${file}: ${message} ${hint}`),
      ].join(' ');
    }
  });
});

function show({ lines }: BuildReport): void {
  status.textContent = lines[0] ?? 'Built.';
  const link = make('a', 'Open the page in a window of its own');
  link.href = look.dataset['look'] ?? '';
  link.target = '_blank';
  link.rel = 'noopener';
  const frame = make('iframe', '', 'paper built');
  frame.title = `The page as readers get it: ${look.dataset['title'] ?? ''}`;
  frame.src = link.href;
  look.replaceChildren(make('p'), frame);
  look.firstElementChild?.append(link);
}
