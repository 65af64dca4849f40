/**
 * Lint rules of the house on top of Backstage's: type-aware checks, sizes, and
 * the direction in which the folders of a plugin may depend on each other.
 * Every package's `.eslintrc.js` is one line that calls this.
 */
const backstageConfig = require('@backstage/cli/config/eslint-factory');

const SOURCE = ['**/src/**/*.ts', '**/src/**/*.tsx'];
const TESTS = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/__testUtils__/**',
  '**/dev/**',
];

/** Folders of a backend plugin, each with what it must not import and why. */
const FOLDER_RULES = [
  {
    folder: 'domain',
    forbidden: [
      'router',
      'services',
      'database',
      'kubernetes',
      'tasks',
      'actions',
    ],
    message: 'domain/ is pure: move I/O to a service and pass its result in.',
  },
  {
    folder: 'database',
    forbidden: ['router', 'services', 'tasks', 'actions'],
    message:
      'database/ is below the services: pass what it needs as arguments.',
  },
  {
    folder: 'kubernetes',
    forbidden: ['router', 'services', 'database', 'tasks', 'actions'],
    message:
      'kubernetes/ is below the services: pass what it needs as arguments.',
  },
  {
    folder: 'services',
    forbidden: ['router'],
    message: 'services/ must not know about HTTP: map in the router.',
  },
];

const KUBERNETES_CLIENT = {
  name: '@kubernetes/client-node',
  message:
    'Only kubernetes/ talks to Kubernetes, so that errors are mapped and retries are one. Add a method there.',
};

function folderOverride({ folder, forbidden, message }) {
  return {
    files: [`**/src/${folder}/**/*.ts`],
    excludedFiles: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: folder === 'kubernetes' ? [] : [KUBERNETES_CLIENT],
          patterns: [
            ...forbidden.map(other => ({
              group: [`../${other}/*`, `../${other}`, `../../${other}/*`],
              message,
            })),
            {
              group: ['*.test*', '**/__testUtils__/**'],
              message: 'Tests are not for src.',
            },
          ],
        },
      ],
    },
  };
}

/**
 * @param {string} directory - of the package
 * @returns ESLint configuration of the package
 */
module.exports = function houseStyle(directory) {
  return backstageConfig(directory, {
    parserOptions: { projectService: true, tsconfigRootDir: __dirname },
    plugins: ['@typescript-eslint'],
    ignorePatterns: ['migrations/**', 'control-plane/**'],
    restrictedImports: [KUBERNETES_CLIENT],
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
    },
    overrides: [
      {
        files: ['**/*.ts', '**/*.tsx'],
        excludedFiles: ['**/*.d.ts'],
        rules: {
          '@typescript-eslint/consistent-type-imports': [
            'error',
            { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
          ],
          '@typescript-eslint/no-floating-promises': 'error',
          '@typescript-eslint/no-misused-promises': [
            'error',
            { checksVoidReturn: { attributes: false } },
          ],
          '@typescript-eslint/switch-exhaustiveness-check': [
            'error',
            { considerDefaultExhaustiveForUnions: true },
          ],
        },
      },
      {
        files: SOURCE,
        excludedFiles: TESTS,
        rules: {
          '@typescript-eslint/no-explicit-any': 'error',
          'no-console': 'error',
          'max-lines': [
            'error',
            { max: 400, skipBlankLines: true, skipComments: true },
          ],
        },
      },
      ...FOLDER_RULES.map(folderOverride),
      {
        files: SOURCE,
        // entry points, lazy translations and pages need a default export (ADR003 of Backstage allows these)
        excludedFiles: [
          ...TESTS,
          '**/src/index.ts',
          '**/src/App.tsx',
          '**/messages/nl/**',
          '**/translations/**',
        ],
        rules: { 'import/no-default-export': 'error' },
      },
    ],
  });
};
