export * from './FreeTierApi';
export * from './FreeTierApiError';
export * from './FreeTierClient';
