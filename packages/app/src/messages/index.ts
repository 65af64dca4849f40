export { dutchMessagesModule } from './dutchMessagesModule';
