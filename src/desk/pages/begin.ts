import type { Desk } from '../desk.ts';
import { html, type Markup } from '../markup.ts';
import { layout } from './layout.ts';

/** What an archive is asked once, before its first release. */
export function beginPage({ base }: Desk): Markup {
  return layout(
    { title: 'Begin', base, archive: 'ASX release archive', script: 'begin' },
    html` <h1>Begin the archive</h1>
      <p>Three questions, once. Every answer can be changed later.</p>
      <form data-begin class="form">
        <div class="field">
          <label for="company">Company</label>
          <p class="hint" id="h-company">Its full name, for example Example Minerals Limited.</p>
          <input id="company" name="company" required autocomplete="organization" aria-describedby="h-company" />
        </div>
        <div class="field">
          <label for="code">ASX code</label>
          <p class="hint" id="h-code">For example BHP.</p>
          <input
            id="code"
            name="code"
            required
            autocomplete="off"
            autocapitalize="characters"
            aria-describedby="h-code"
          />
        </div>
        <div class="field">
          <label for="site">Address of the site</label>
          <p class="hint" id="h-site">
            Where the archive will be published, for example https://announcements.example.com/. Leave it empty if you
            do not know yet.
          </p>
          <input id="site" name="site" inputmode="url" autocomplete="off" aria-describedby="h-site" />
        </div>
        <div class="problems" role="alert" data-refused></div>
        <p class="actions"><button class="main">Begin</button></p>
      </form>`,
  );
}
