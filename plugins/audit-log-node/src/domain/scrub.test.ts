import { scrubText, scrubValue } from './scrub';

const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1c2VyOmRlZmF1bHQvc2FubmUifQ.c2ln';

describe('what is stored', () => {
  it.each([
    JWT,
    `Bearer ${'a'.repeat(20)}`,
    'Authorization: Basic c2FubmU6Z2VoZWlt',
    'nerds_pipeline_0123456789abcdef0123456789abcdef',
    'could not connect to postgresql://portal:geheim@db:5432/x',
    '-----BEGIN RSA PRIVATE KEY-----\nMII',
    'password=hunter2',
    'secret: hunter2',
  ])('never holds %s', text => {
    expect(scrubText(text)).toBe('[removed]');
    expect(JSON.stringify(scrubValue({ note: [text] }))).toBe(
      '{"note":["[removed]"]}',
    );
  });

  it.each([
    'machine-access-token:0c5dcb8d-30ed-4a11-a1b4-2e1c0c5dcb8d',
    'group:default/burgerzaken',
    'nerds_audit_log',
    'https://portaal.example.nl/clusters',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36',
    'free-tier.kubeconfig-issue',
  ])('may hold %s', text => {
    expect(scrubText(text)).toBe(text);
  });

  it('leaves out keys of secrets and what people typed, and keeps ids', () => {
    expect(
      scrubValue({
        token: 'x',
        accessToken: 'x',
        client_secret: 'x',
        PASSWORD: 'x',
        Authorization: 'x',
        cookie: 'x',
        kubeconfig: 'x',
        key: 'x',
        apiKey: 'x',
        idempotencyKey: 'x',
        'private-key': 'x',
        connectionString: 'x',
        secrets: { password: 'x' },
        taskParameters: { name: 'x' },
        query: 'x',
        nested: { list: [{ clientSecret: 'x', name: 'ok' }] },
        tokenId: '1',
        credentialId: '2',
        credentialKind: 'machine',
        keyboard: 'azerty',
      }),
    ).toEqual({
      nested: { list: [{ name: 'ok' }] },
      tokenId: '1',
      credentialId: '2',
      credentialKind: 'machine',
      keyboard: 'azerty',
    });
  });

  it('is something that PostgreSQL takes, of a limited size', () => {
    expect(scrubText('a\u0000b\ud800')).toBe('ab\ufffd');
    expect(scrubText('é'.repeat(600))).toHaveLength(500);
    expect(scrubText(`${'x'.repeat(498)}😀😀`)).toBe(
      `${'x'.repeat(498)}\ufffd…`,
    );
    let deep: unknown = 'bottom';
    for (let level = 0; level < 100; level += 1) deep = { deep };
    expect(JSON.stringify(scrubValue(deep))).not.toContain('bottom');
    expect(scrubValue(Array.from({ length: 99 }, () => 1))).toHaveLength(50);
    expect(scrubValue({ a: undefined, b: () => 1, c: NaN, d: null })).toEqual({
      d: null,
    });
  });
});
