const houseStyle = require('../../eslint.houseStyle.js')(__dirname);

// This package's tests run on node:test, not on jest.
const NODE_TEST = {
  files: ['**/*.test.ts'],
  rules: {
    '@typescript-eslint/no-floating-promises': [
      'error',
      {
        // the test runner itself waits for these
        allowForKnownSafeCalls: [
          { from: 'package', package: 'node:test', name: ['describe', 'it'] },
        ],
      },
    ],
    'jest/expect-expect': 'off',
  },
};

module.exports = {
  ...houseStyle,
  overrides: [...houseStyle.overrides, NODE_TEST],
};
