/** English texts; the keys are what the Dutch texts must have too. */
export const messages = {
  'copy.button': 'Copy',
  'copy.label': 'Copy: {{what}}',
  'copy.done': 'Copied',
  'copy.failed': 'Copying did not work. Select the text and copy it yourself.',
  'dialog.cancel': 'Cancel',
  'error.title': 'This did not work',
  'error.stale': 'What you see may be out of date',
  'error.forbidden': 'You may not do this',
  'error.notFound': 'Not found',
  'error.unreachable':
    'The portal cannot be reached. Check your connection and try again.',
  'error.status':
    'The portal answered with an error ({{status}}). Try again later.',
  'error.retry': 'Try again',
} as const;
