import type { messages as english } from './en';

const messages: Record<keyof typeof english, string> = {
  'copy.button': 'Kopiëren',
  'copy.label': 'Kopiëren: {{what}}',
  'copy.done': 'Gekopieerd',
  'copy.failed': 'Kopiëren lukte niet. Selecteer de tekst en kopieer die zelf.',
  'dialog.cancel': 'Annuleren',
  'error.title': 'Dit lukte niet',
  'error.stale': 'Wat u ziet kan verouderd zijn',
  'error.forbidden': 'U mag dit niet',
  'error.notFound': 'Niet gevonden',
  'error.unreachable':
    'Het portaal is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.',
  'error.status':
    'Het portaal gaf een fout ({{status}}). Probeer het later opnieuw.',
  'error.retry': 'Opnieuw proberen',
};

export default messages;
