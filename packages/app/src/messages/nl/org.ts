import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { orgTranslationRef } from '@backstage/plugin-org';

/** The Dutch messages of `org`. */
export default createTranslationMessages({
  ref: orgTranslationRef,
  full: true,
  messages: {
    'groupProfileCard.groupNotFound': 'Groep niet gevonden',
    'groupProfileCard.editIconButtonTitle': 'Metadata bewerken',
    'groupProfileCard.refreshIconButtonTitle':
      'Vernieuwen van de entiteit inplannen',
    'groupProfileCard.refreshIconButtonAriaLabel': 'Vernieuwen',
    'groupProfileCard.listItemTitle.entityRef': 'Entiteitsverwijzing',
    'groupProfileCard.listItemTitle.email': 'E-mail',
    'groupProfileCard.listItemTitle.parentGroup': 'Bovenliggende groep',
    'groupProfileCard.listItemTitle.childGroups': 'Onderliggende groepen',
    'membersListCard.cardLabel': 'Gebruikerspagina van {{memberName}}',
    'membersListCard.title': 'Leden van {{groupName}}',
    'membersListCard.noMembersDescription': 'Deze groep heeft geen leden.',
    'membersListCard.noSearchResult':
      'Geen leden gevonden met "{{searchTerm}}".',
    'membersListCard.aggregateMembersToggle.label': 'Ook subgroepen tonen',
    'ownershipCard.title': 'Eigendom',
    'ownershipCard.aggregateRelationsToggle.label':
      'Ook indirect eigendom tonen',
    'userProfileCard.userNotFound': 'Gebruiker niet gevonden',
    'userProfileCard.editIconButtonTitle': 'Metadata bewerken',
    'userProfileCard.listItemTitle.email': 'E-mail',
    'userProfileCard.listItemTitle.memberOf': 'Lid van',
    'userProfileCard.moreGroupButtonTitle': '...Meer ({{number}})',
    'userProfileCard.allGroupDialog.title': 'Alle groepen van {{name}}:',
    'userProfileCard.allGroupDialog.closeButtonTitle': 'Sluiten',
  },
});
