export { machineAccessPlugin as default } from './plugin';
