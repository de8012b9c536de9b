/** What `/embed/latest/` shows, and the room that it needs on a page of 360 pixels or more. */
export const EMBED = { releases: 5, height: 460 } as const;

/** HTML that shows the newest releases in a frame. `address` is that of `/embed/latest/`. */
export function frameCode(address: string, title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address}" title="Newest releases: ${escaped}" width="100%" height="${EMBED.height}" style="border: 0" loading="lazy"></iframe>`;
}

/** HTML and script that list the newest releases in the page's own look. `feed` is the address of `feed.json`. */
export function scriptCode(feed: string): string {
  return `<ul id="releases"></ul>
<script type="module">
  const { items } = await (await fetch('${feed}')).json();
  for (const { url, title, date_published: date } of items.slice(0, ${EMBED.releases})) {
    const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
    const item = document.createElement('li');
    item.append(\`\${date.slice(0, 10)} \`, link);
    document.querySelector('#releases').append(item);
  }
</script>`;
}
