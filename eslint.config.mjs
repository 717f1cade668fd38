import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The plugin's own recommended set brings an older typescript-eslint that clashes with ours: take its rules alone.
const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, 'error']),
);

const officeNames = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'];

export default tseslint.config(
  {
    ignores: ['dist/', 'coverage/', '.cache/', 'reports/', 'screenshots/', '.stryker-tmp/', 'node_modules/'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A host call behind an interface is async because another host needs it to be.
      '@typescript-eslint/require-await': 'off',
      // Stores, services and hosts are plain objects of functions that know no `this`; taking them apart is safe.
      '@typescript-eslint/unbound-method': 'off',
      // The code says where a value is known to be there; noUncheckedIndexedAccess cannot see it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      eqeqeq: 'error',
      // A function that does not fit on a screen is seldom understood; tests may tell a longer story.
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      // jest types its matchers (objectContaining) as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.tsx', 'src/taskpane/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Excel and Office are named in one place, so that everything else runs (and is tested) without them.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/hosts/excel/**'],
    rules: {
      'no-restricted-globals': ['error', ...officeNames],
      'no-restricted-syntax': [
        'error',
        {
          selector: `TSQualifiedName[left.name=/^(${officeNames.join('|')})$/]`,
          message: 'Types of Office.js belong to src/hosts/excel.',
        },
      ],
    },
  },
  {
    // The rooms that may touch Office: what is read must be loaded, what is loaded must be synced, no sync in a loop.
    files: ['src/hosts/excel/**/*.ts', 'src/commands/**/*.ts', 'src/taskpane/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: officeRules,
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
      },
    },
  },
  {
    // Runs as it is, also in engines that know no modules; it names its globals itself.
    files: ['src/taskpane/engine-notice.js'],
    languageOptions: { sourceType: 'script' },
  },
  { files: ['**/*.mjs'], languageOptions: { sourceType: 'module' } },
);
