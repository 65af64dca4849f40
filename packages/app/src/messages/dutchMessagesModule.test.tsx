import { coreComponentsTranslationRef } from '@backstage/core-components';
import {
  createFrontendPlugin,
  PageBlueprint,
  useTranslationRef,
  type TranslationMessages,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import { type ComponentType } from 'react';
import { findTranslationRefs } from './__testUtils__/findTranslationRefs';
import { dutchMessagesModule } from './dutchMessagesModule';

type Sample = {
  ref: TranslationRef<string, Record<string, string>>;
  key: string;
  english: string;
  dutch: string;
};

/** The first text of each set that differs between the languages and fills in nothing. */
function listSamples(): Sample[] {
  return findTranslationRefs().map(({ ref, englishMessages }) => {
    const { default: loaded } = require(`./nl/${ref.id}`) as {
      default: TranslationMessages;
    };
    const [key, english] = Object.entries(englishMessages).find(
      ([candidate, text]) =>
        !text.includes('{') && loaded.messages[candidate] !== text,
    )!;
    return { ref, key, english, dutch: loaded.messages[key] };
  });
}

function renderInLanguage(language: string, Texts: ComponentType) {
  const page = PageBlueprint.make({
    params: { path: '/', loader: async () => <Texts /> },
  });
  renderTestApp({
    features: [
      dutchMessagesModule,
      createFrontendPlugin({ pluginId: 'texts', extensions: [page] }),
    ],
    config: {
      app: {
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['nl', 'en'],
              },
            },
          },
        ],
      },
    },
  });
}

const samples = listSamples();

function SampleText({ sample }: { sample: Sample }) {
  const { t } = useTranslationRef(sample.ref);
  return <li>{`${sample.ref.id}: ${t(sample.key)}`}</li>;
}

function Samples() {
  return (
    <ul aria-label="Texts">
      {samples.map(sample => (
        <SampleText key={sample.ref.id} sample={sample} />
      ))}
    </ul>
  );
}

function NewerMessages() {
  const { t } = useTranslationRef(coreComponentsTranslationRef);
  return (
    <ul aria-label="Texts">
      <li>{t('alertDisplay.message', { count: 1 })}</li>
      <li>{t('alertDisplay.message', { count: 3 })}</li>
    </ul>
  );
}

async function findTexts(): Promise<(string | null)[]> {
  const list = await screen.findByRole('list', { name: 'Texts' });
  return within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
}

describe('dutchMessagesModule', () => {
  beforeEach(() => window.localStorage.clear());

  it('shows every part of Backstage in Dutch when the language is Dutch', async () => {
    renderInLanguage('nl', Samples);
    const dutch = samples.map(sample => `${sample.ref.id}: ${sample.dutch}`);
    await waitFor(async () => expect(await findTexts()).toEqual(dutch));
  });

  it('leaves English as it is', async () => {
    renderInLanguage('en', Samples);
    const english = samples.map(
      ({ ref, english: text }) => `${ref.id}: ${text}`,
    );
    await waitFor(async () => expect(await findTexts()).toEqual(english));
  });

  it('picks the Dutch singular or plural by the count', async () => {
    renderInLanguage('nl', NewerMessages);
    await waitFor(async () =>
      expect(await findTexts()).toEqual([
        '(1 nieuwer bericht)',
        '(3 nieuwere berichten)',
      ]),
    );
  });
});
