import { preview } from './preview.ts';

// The command `npm run demo`: builds the sample archive of a fictional company and serves it on this machine.
process.env['RELEASES_DIR'] = 'tests/fixtures/archive';
process.env['OUT_DIR'] = '.cache/demo';
process.env['BASE_PATH'] = '/';

// The flags are those of the server.
const args = process.argv.splice(2);
// The build reads its settings when it is imported, and ends the process itself where it fails.
await import('./build.ts');
await preview(args, process.env);
