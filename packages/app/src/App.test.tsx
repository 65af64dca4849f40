import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import App from './App';

const SESSION = {
  profile: { displayName: 'Dev Burgerzaken' },
  providerInfo: {
    idToken: '',
    accessToken: '',
    scope: 'openid profile email',
    expiresInSeconds: 3600,
  },
  backstageIdentity: {
    token: 'a.b.c',
    expiresInSeconds: 3600,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/dev-burgerzaken',
      ownershipEntityRefs: ['group:default/burgerzaken'],
    },
  },
};

/** A backend that knows one session and answers everything else with 404. */
function serve({ session }: { session?: typeof SESSION }) {
  global.fetch = jest.fn(async (input: RequestInfo | URL) => {
    const url = String(input instanceof Request ? input.url : input);
    return url.includes('/api/auth/oidc/refresh') && session
      ? new Response(JSON.stringify(session), { status: 200 })
      : new Response('{}', { status: 404 });
  }) as typeof fetch;
}

const CONFIG = {
  app: {
    title: 'NeRDS-portaal',
    baseUrl: 'http://localhost',
    extensions: [{ 'page:home': { config: { path: '/' } } }],
  },
  backend: { baseUrl: 'http://localhost' },
  auth: { environment: 'production' },
};

function openApp() {
  // an object, as the bundler puts it there; assigning one key would make it text
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [{ context: 'test', data: CONFIG }] as unknown as string,
  };
  return render(App.createRoot());
}

beforeEach(() => window.localStorage.clear());

describe('the app', () => {
  jest.setTimeout(60_000);

  it('asks to sign in, in the language of the browser or the one that is chosen', async () => {
    jest
      .spyOn(window.navigator, 'languages', 'get')
      .mockReturnValue(['nl-NL', 'en']);
    serve({});
    openApp();
    expect(
      await screen.findByRole(
        'button',
        { name: 'Aanmelden' },
        { timeout: 30_000 },
      ),
    ).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'nl');

    await userEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(
      await screen.findByRole('button', { name: 'Sign in' }),
    ).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
    await userEvent.click(screen.getByRole('button', { name: 'Nederlands' }));
    expect(
      await screen.findByRole('button', { name: 'Aanmelden' }),
    ).toBeVisible();
  });

  it('shows a signed-in person the home page inside the frame, in Dutch', async () => {
    serve({ session: SESSION });
    openApp();
    expect(
      await screen.findByRole(
        'heading',
        { level: 1, name: 'Welkom, Dev Burgerzaken' },
        { timeout: 30_000 },
      ),
    ).toBeVisible();
    const navigation = screen.getByRole('navigation', {
      name: 'Hoofdnavigatie',
    });
    for (const title of ['Start', 'Catalogus', 'Nieuw maken', "API's"]) {
      expect(navigation).toHaveTextContent(title);
    }
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(
      screen.getByRole('link', { name: 'Naar de inhoud' }),
    ).toBeInTheDocument();
  });
});
