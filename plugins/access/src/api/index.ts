export * from './AccessApi';
export * from './AccessClient';
export * from './MachineAccessApi';
export * from './MachineAccessClient';
