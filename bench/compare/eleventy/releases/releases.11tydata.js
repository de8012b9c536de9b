export default { layout: 'release.11ty.js', tags: ['release'] };
