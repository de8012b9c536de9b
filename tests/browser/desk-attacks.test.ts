import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { folderWith, release } from '../support/releases-folder.ts';
import { newPage, test } from './support.ts';
import { startDeskProcess } from './support/desk.ts';

const SETTINGS = 'companies:\n  - code: XMX\n    name: Example Minerals Limited\n';

/** A server of somebody else on this machine, and what it has been asked. */
async function stranger(): Promise<{ readonly origin: string; readonly asked: readonly IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.end('<!doctype html><title>Stranger</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a server that listens on a port has such an address
  return { origin: `http://127.0.0.1:${port}`, asked };
}

/** A page that tries to run, to load, to send and to lead away. */
const hostile = (origin: string) => `<!doctype html><html><head><title>First zinc</title>
<meta http-equiv="refresh" content="0;url=${origin}/refresh"><link rel="stylesheet" href="${origin}/sheet.css">
<style>@import url(${origin}/import.css); body{background:url(${origin}/style.png)}</style><base href="${origin}/"></head>
<body onload="fetch('${origin}/onload')"><h1>First zinc at Sample Creek</h1><p>3 August 2020</p>
<p>Example Minerals Limited (ASX: XMX) has made its first zinc.</p><script>top.location='${origin}/script'</script>
<img src="${origin}/seen.png" onerror="fetch('${origin}/onerror')"><iframe src="${origin}/frame"></iframe>
<svg onload="fetch('${origin}/svg')"><script>fetch('${origin}/svg-script')</script></svg>
<form action="${origin}/form"><button autofocus onfocus="this.form.submit()">Go</button></form>
<object data="${origin}/object"></object><video src="${origin}/video" autoplay></video></body></html>`;

test('a web page and a mail that are shown at the desk run, load, send and lead to nothing', async ({ browser }) => {
  const { origin, asked } = await stranger();
  const folder = folderWith({ 'releases/archive.yml': SETTINGS });
  const mail = `From: a@example.com\r\nSubject: First tin\r\nContent-Type: text/html\r\n\r\n${hostile(origin).replaceAll('zinc', 'tin')}`;
  writeFileSync(path.join(folder, 'page.html'), hostile(origin));
  writeFileSync(path.join(folder, 'mail.eml'), mail);
  const desk = await startDeskProcess(folder);
  const page = await newPage(browser, desk.address);
  onTestFinished(() => page.context().close());
  for (const name of ['page.html', 'mail.eml']) {
    await page.goto(desk.address);
    await page.getByLabel('Choose documents').setInputFiles(path.join(folder, name));
    await page.getByRole('heading', { name: /^Review/ }).waitFor();
    await page
      .frameLocator(`iframe[title="Document: ${name}"]`)
      .getByText('Example Minerals Limited')
      .first()
      .waitFor();
    expect(page.frames().map((frame) => new URL(frame.url()).origin)).not.toContain(origin);
    // What is shown in the frame does no more where it is opened by itself.
    await page.goto(page.frames()[1]?.url() ?? '');
    await page.getByText('Example Minerals Limited').first().waitFor();
    expect(new URL(page.url()).origin).toBe(new URL(desk.address).origin);
  }
  expect(asked.map(({ url }) => url)).toEqual([]);
});

test('a page that is reached from the desk is not told its address, and another site gets nothing of the desk', async ({
  browser,
}) => {
  const { origin, asked } = await stranger();
  const folder = folderWith({
    'releases/archive.yml': SETTINGS,
    'releases/2020/a.md': release({ draft: 'true' }, `[Elsewhere](${origin}/elsewhere)`),
  });
  const desk = await startDeskProcess(folder);
  const page = await newPage(browser, desk.address);
  onTestFinished(() => page.context().close());
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByRole('link', { name: 'Elsewhere' }).click();
  await page.waitForURL(`${origin}/elsewhere`);
  expect(asked.filter(({ url }) => url === '/elsewhere').map(({ headers }) => headers.referer)).toEqual([undefined]);
  // Even who knows the address reads nothing of it, changes nothing, and cannot frame it.
  const told = await page.evaluate(async (address) => {
    const read = await fetch(address).then(
      () => 'read',
      () => 'refused',
    );
    const changed = await fetch(`${address}bin/2020/a`, { method: 'POST', mode: 'no-cors', body: '{}' }).then(
      ({ status }) => status,
      () => 'refused',
    );
    return [read, changed];
  }, desk.address);
  expect(told).toEqual(['refused', 'refused']);
  await page.goto(desk.address);
  await page.getByRole('link', { name: 'First metal produced' }).waitFor();
});
