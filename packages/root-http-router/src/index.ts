export { frontDoor as default } from './frontDoor';
