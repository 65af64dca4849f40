import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react';

/** The Dutch messages of `scaffolder-react`. */
export default createTranslationMessages({
  ref: scaffolderReactTranslationRef,
  full: true,
  messages: {
    'passwordWidget.content':
      'Dit invoerveld is niet veilig. Gebruik [`ui:field: Secret`](https://backstage.io/docs/features/software-templates/writing-templates/#using-secrets) in plaats van `ui:widget: password`',
    'scaffolderPageContextMenu.moreLabel': 'meer',
    'scaffolderPageContextMenu.createLabel': 'Nieuw maken',
    'scaffolderPageContextMenu.editorLabel': 'Sjablonen beheren',
    'scaffolderPageContextMenu.actionsLabel': 'Geïnstalleerde acties',
    'scaffolderPageContextMenu.tasksLabel': 'Takenlijst',
    'scaffolderPageContextMenu.templatingExtensionsLabel':
      'Sjabloonuitbreidingen',
    'stepper.backButtonText': 'Terug',
    'stepper.createButtonText': 'Maken',
    'stepper.reviewButtonText': 'Controleren',
    'stepper.stepIndexLabel': 'Stap {{index, number}}',
    'stepper.nextButtonText': 'Volgende',
    'templateCategoryPicker.title': 'Categorieën',
    'templateCard.noDescription': 'Geen beschrijving',
    'templateCard.chooseButtonText': 'Kiezen',
    'cardHeader.detailBtnTitle': 'Details van de sjabloonentiteit tonen',
    'templateOutputs.title': 'Uitvoer als tekst',
    'workflow.noDescription': 'Geen beschrijving',
  },
});
