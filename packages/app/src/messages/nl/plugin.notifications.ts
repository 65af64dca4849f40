import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { notificationsTranslationRef } from '@backstage/plugin-notifications';

/** The Dutch messages of `plugin.notifications`. */
export default createTranslationMessages({
  ref: notificationsTranslationRef,
  full: true,
  messages: {
    'notificationsPage.title': 'Meldingen',
    'notificationsPage.tableTitle.all_one': 'Alle meldingen ({{count}})',
    'notificationsPage.tableTitle.all_other': 'Alle meldingen ({{count}})',
    'notificationsPage.tableTitle.saved_one': 'Bewaarde meldingen ({{count}})',
    'notificationsPage.tableTitle.saved_other':
      'Bewaarde meldingen ({{count}})',
    'notificationsPage.tableTitle.unread_one':
      'Ongelezen meldingen ({{count}})',
    'notificationsPage.tableTitle.unread_other':
      'Ongelezen meldingen ({{count}})',
    'notificationsPage.tableTitle.read_one': 'Gelezen meldingen ({{count}})',
    'notificationsPage.tableTitle.read_other': 'Gelezen meldingen ({{count}})',
    'filters.title': 'Filters',
    'filters.view.label': 'Weergave',
    'filters.view.unread': 'Ongelezen meldingen',
    'filters.view.read': 'Gelezen meldingen',
    'filters.view.saved': 'Bewaard',
    'filters.view.all': 'Alle',
    'filters.createdAfter.label': 'Verstuurd',
    'filters.createdAfter.placeholder': 'Meldingen sinds',
    'filters.createdAfter.last24h': 'Laatste 24 uur',
    'filters.createdAfter.lastWeek': 'Afgelopen week',
    'filters.createdAfter.anyTime': 'Alle tijden',
    'filters.sortBy.label': 'Sorteren op',
    'filters.sortBy.placeholder': 'Veld om op te sorteren',
    'filters.sortBy.newest': 'Nieuwste bovenaan',
    'filters.sortBy.oldest': 'Oudste bovenaan',
    'filters.sortBy.topic': 'Onderwerp',
    'filters.sortBy.origin': 'Herkomst',
    'filters.severity.label': 'Minimale ernst',
    'filters.severity.critical': 'Kritiek',
    'filters.severity.high': 'Hoog',
    'filters.severity.normal': 'Normaal',
    'filters.severity.low': 'Laag',
    'filters.topic.label': 'Onderwerp',
    'filters.topic.anyTopic': 'Alle onderwerpen',
    'table.emptyMessage': 'Er zijn geen meldingen om te tonen',
    'table.pagination.firstTooltip': 'Eerste pagina',
    'table.pagination.labelDisplayedRows': '{from}-{to} van {count}',
    'table.pagination.labelRowsSelect': 'rijen',
    'table.pagination.lastTooltip': 'Laatste pagina',
    'table.pagination.nextTooltip': 'Volgende pagina',
    'table.pagination.previousTooltip': 'Vorige pagina',
    'table.bulkActions.markAllRead': 'Alles als gelezen markeren',
    'table.bulkActions.markSelectedAsRead': 'Selectie als gelezen markeren',
    'table.bulkActions.returnSelectedAmongUnread':
      'Selectie als ongelezen markeren',
    'table.bulkActions.saveSelectedForLater': 'Selectie bewaren voor later',
    'table.bulkActions.undoSaveForSelected': 'Selectie niet meer bewaren',
    'table.confirmDialog.title': 'Weet u het zeker?',
    'table.confirmDialog.markAllReadDescription':
      'Alle meldingen als gelezen markeren.',
    'table.confirmDialog.markAllReadConfirmation': 'Alles markeren',
    'table.confirmDialog.cancel': 'Annuleren',
    'table.errors.markAllReadFailed':
      'De meldingen konden niet als gelezen worden gemarkeerd',
    'sidebar.title': 'Meldingen',
    'sidebar.errors.markAsReadFailed':
      'De melding kon niet als gelezen worden gemarkeerd',
    'sidebar.errors.fetchNotificationFailed':
      'De melding kon niet worden opgehaald',
    'settings.title': 'Instellingen voor meldingen',
    'settings.errorTitle': 'De instellingen kunnen niet worden geladen',
    'settings.noSettingsAvailable':
      'Er zijn nog geen instellingen voor meldingen. Kijk later nog eens.',
    'settings.table.origin': 'Herkomst',
    'settings.table.topic': 'Onderwerp',
    'settings.errors.useNotificationFormat':
      'useNotificationFormat mag alleen worden gebruikt binnen een NotificationFormatProvider',
    'unreadCard.title_one': 'Laatste ongelezen melding ({{count}})',
    'unreadCard.title_other': 'Laatste ongelezen meldingen ({{count}})',
    'unreadCard.viewAll': 'Alles bekijken',
    'unreadCard.emptyState': 'U hebt alles gelezen',
    'unreadCard.columnNotification': 'Melding',
    'unreadCard.columnActions': 'Acties',
    'unreadCard.resultsCount': '{{displayed}} van {{total}} resultaten',
  },
});
