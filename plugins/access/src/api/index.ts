export * from './AccessApi';
export * from './AccessClient';
export * from './MachineAccessApi';
export * from './MachineAccessClient';
export * from './PortalApiError';
export type { ClientOptions, RequestOptions } from './PortalHttpClient';
