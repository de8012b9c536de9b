import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// ESLint's own recommended rules come in a package of their own; these of them find what TypeScript does not.
const faultsThatTypesDoNotShow = Object.fromEntries(
  [
    'no-async-promise-executor',
    'no-case-declarations',
    'no-cond-assign',
    'no-constant-binary-expression',
    'no-constant-condition',
    'no-control-regex',
    'no-dupe-else-if',
    'no-empty',
    'no-empty-character-class',
    'no-empty-pattern',
    'no-fallthrough',
    'no-irregular-whitespace',
    'no-loss-of-precision',
    'no-misleading-character-class',
    'no-prototype-builtins',
    'no-regex-spaces',
    'no-self-assign',
    'no-sparse-arrays',
    'no-unsafe-finally',
    'no-unsafe-optional-chaining',
    'no-useless-backreference',
    'no-useless-escape',
    'require-yield',
  ].map((rule) => [rule, 'error']),
);

// The recommended sets, and beside them only rules with a reason of this project's own.
export default defineConfig(
  globalIgnores(['dist/', 'dist.former/', '.astro/', '.build/', '.cache/', 'lib/', 'releases/', 'tests/fixtures/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      // A condition that is always true is either a check that cannot fail or a type that does not say the truth.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // A new kind of a variant must not fall through a switch in silence; `default` is a decision.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A field taken out of an object to leave it behind, and what a function is given but does not need, begin with _.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Types alone are imported as types, so that importing a file for its types runs nothing.
      '@typescript-eslint/consistent-type-imports': 'error',
      // An archive and its releases are never changed after they are made.
      'no-param-reassign': ['error', { props: true }],
      // Standard output belongs to a command's result: cli and site write to a stream on purpose.
      'no-console': 'error',
      // Numbers in messages and addresses are plain and expected; objects still may not slip in.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Without an order, numbers are sorted as text.
      '@typescript-eslint/require-array-sort-compare': 'error',
      'no-restricted-syntax': [
        'error',
        {
          // The order of a language differs from machine to machine, and no two builds would be equal.
          selector: 'CallExpression[callee.property.name="localeCompare"]',
          message: 'Use compareText, which orders by code units.',
        },
      ],
      ...faultsThatTypesDoNotShow,
    },
  },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // The output of a failed build of the sample archive, and tables of measurements.
      'no-console': 'off',
      // Vitest's fixtures are told apart by what they take, and an empty pattern says "nothing".
      'no-empty-pattern': 'off',
    },
  },
  {
    files: ['**/*.astro'],
    extends: [astro.configs.recommended],
    rules: {
      // Whatever is put into a page as HTML has gone through render.ts; a page says so where it does it.
      'astro/no-set-html-directive': 'error',
    },
  },
);
