import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { oidcAuthApiRef } from './oidcAuthApi';
import { SignInPage } from './SignInPage';

const CONFIG = {
  app: { title: 'NeRDS-portaal', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost:7007' },
  auth: { environment: 'production' },
  enableExperimentalRedirectFlow: true,
};
const SESSION = {
  token: 'token',
  identity: {
    type: 'user' as const,
    userEntityRef: 'user:default/dev-burgerzaken',
    ownershipEntityRefs: ['group:default/burgerzaken'],
  },
};

function named(name: string, message: string) {
  return Object.assign(new Error(message), { name });
}

function renderSignIn(
  options: {
    /** What the provider answers: first without a question, then on the click. */
    session?: typeof SESSION;
    onClick?: () => Promise<typeof SESSION>;
    path?: string;
    redirect?: boolean;
  } = {},
) {
  const getBackstageIdentity = jest.fn(
    async (request: { optional?: boolean }) =>
      request.optional ? options.session : options.onClick?.(),
  );
  const authApi = {
    getBackstageIdentity,
    getProfile: async () => ({ displayName: 'Dev' }),
  } as unknown as typeof oidcAuthApiRef.T;
  const onSignInSuccess = jest.fn();
  const config = {
    ...CONFIG,
    enableExperimentalRedirectFlow: options.redirect ?? false,
  };
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    apis: [[oidcAuthApiRef, authApi], mockApis.config({ data: config })],
    config,
    initialRouteEntries: [options.path ?? '/'],
  });
  return { onSignInSuccess, getBackstageIdentity };
}

const signInButton = () => screen.findByRole('button', { name: 'Sign in' });

describe('SignInPage', () => {
  afterEach(() => jest.restoreAllMocks());

  it('lets a person with a session in without a question', async () => {
    const { onSignInSuccess } = renderSignIn({ session: SESSION });
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [identity] = onSignInSuccess.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toEqual(
      SESSION.identity,
    );
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });

  it('says what the portal is and asks a person without a session to sign in', async () => {
    renderSignIn();
    await signInButton();
    expect(
      screen.getByRole('heading', { level: 1, name: 'NeRDS-portaal' }),
    ).toBeVisible();
    expect(screen.getByText(/for development teams/)).toBeVisible();
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('signs in on the click, once', async () => {
    const { onSignInSuccess } = renderSignIn({ onClick: async () => SESSION });
    await userEvent.click(await signInButton());
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  it.each([
    ['PopupRejectedError', 'Failed to open', /blocked the sign-in window/],
    ['PopupClosedError', 'popup was closed', /did not finish/],
    ['Error', 'connect ECONNREFUSED 127.0.0.1:8443', /cannot be reached/],
    [
      'NotAllowedError',
      'The identity provider sent no preferred_username',
      /could not let you in/,
    ],
  ])('explains %s: %s', async (name, message, text) => {
    renderSignIn({ onClick: () => Promise.reject(named(name, message)) });
    await userEvent.click(await signInButton());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(text);
    expect(alert).toHaveFocus();
    // and one can try again
    expect(await signInButton()).toBeEnabled();
  });

  it('shows why the redirect came back, and does not keep it in the address', async () => {
    renderSignIn({ path: '/catalog?error=no%20preferred_username&filter=a' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'no preferred_username',
    );
  });

  describe('before a redirect', () => {
    it.each([
      [
        'the backend knows no provider that answers',
        { type: 'basic', ok: false },
      ],
      ['the backend does not answer', undefined],
    ])('says that the service is down when %s', async (_title, response) => {
      const fetchMock = jest.fn(async () => {
        if (!response) throw new TypeError('fetch failed');
        return response as Response;
      });
      global.fetch = fetchMock as unknown as typeof fetch;
      const { getBackstageIdentity } = renderSignIn({ redirect: true });
      await userEvent.click(await signInButton());
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The sign-in service cannot be reached at the moment.',
      );
      // only the silent question was asked: the person did not leave the portal
      expect(getBackstageIdentity).toHaveBeenCalledTimes(1);
      expect(fetchMock).toHaveBeenCalledWith(
        expect.stringMatching(
          /^http:\/\/localhost:7007\/api\/auth\/oidc\/start\?env=production&/,
        ),
        expect.objectContaining({ redirect: 'manual' }),
      );
    });

    it('goes when the way is open', async () => {
      global.fetch = jest.fn(async () => ({
        type: 'opaqueredirect',
        ok: false,
      })) as unknown as typeof fetch;
      const { getBackstageIdentity } = renderSignIn({
        redirect: true,
        onClick: () => new Promise(() => {}),
      });
      await userEvent.click(await signInButton());
      await waitFor(() =>
        expect(getBackstageIdentity).toHaveBeenCalledWith({
          instantPopup: true,
        }),
      );
      expect(screen.getByRole('status')).toHaveTextContent('Taking you to');
    });
  });
});
