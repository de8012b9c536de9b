// In JavaScript that Node's oldest loader reads, for the preflight asks it before anything else is loaded.

/**
 * The first sign in a path below which nothing works, as a message shows it: Node resolves no package below * or a backslash, programs
 * stumble over quotation marks, and a colon parts the folders in which npm looks for programs.
 * @param {string} folder
 * @returns {string | undefined}
 */
exports.unusableSign = (folder) => {
  const signs = process.platform === 'win32' ? /[*"\p{Cc}]/u : /[*"\\:\p{Cc}]/u;
  const sign = signs.exec(folder)?.[0];
  return sign !== undefined && /\p{Cc}/u.test(sign) ? 'a control character' : sign;
};
