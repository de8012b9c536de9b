/**
 * The policy under which every page works, as a header and as `<meta>`: nothing from elsewhere, nothing inline.
 * The search starts a worker from our own files, and reads the index by a program of ours: no WebAssembly is compiled.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // Where a browser knows Trusted Types, no text becomes markup or script; src/search/client/trusted-types.ts lets the worker start.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');
