// for what is not a package; every package has a configuration of its own
const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = {
  root: true,
  overrides: [
    {
      files: [
        'e2e-tests/**/*.ts',
        'benchmarks/**/*.ts',
        'playwright.config.ts',
      ],
      ...withoutTopLevel(createConfigForRole(__dirname, 'node-library')),
    },
  ],
};

/** An override may not hold overrides of Backstage's that need the top level. */
function withoutTopLevel({
  extends: base,
  parser,
  plugins,
  env,
  parserOptions,
}) {
  return {
    extends: base.filter(name => !name.includes('jest')),
    parser,
    plugins: [...plugins, '@typescript-eslint'],
    env,
    parserOptions: {
      ...parserOptions,
      projectService: true,
      tsconfigRootDir: __dirname,
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': 'off',
      'no-undef': 'off',
    },
  };
}
