import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluateAudit, type AuditException } from './audit.ts';

function advisory(name: string, id: number, severity: string): string {
  return JSON.stringify({
    value: name,
    children: { ID: id, Issue: 'it is bad', Severity: severity },
  });
}

const exception: AuditException = {
  id: 7,
  package: 'leaky',
  reason: 'not reachable: only used at build time',
  until: '2026-12-31',
};

function evaluate(output: string, exceptions: AuditException[], today: string) {
  return evaluateAudit({ exitCode: 1, output, exceptions, today });
}

describe('audit of dependencies', () => {
  it('fails on high and critical, not on less', () => {
    const output = [advisory('leaky', 7, 'high'), advisory('odd', 8, 'low')];
    const result = evaluate(output.join('\n'), [], '2026-11-01');
    assert.equal(result.failed, 1);
    assert.match(result.notes[0], /leaky/);
    assert.doesNotMatch(result.notes[0], /odd/);
    assert.equal(evaluate(output[1], [], '2026-11-01').passed, 1);
  });

  it('accepts an exception up to and including its last day', () => {
    const output = advisory('leaky', 7, 'critical');
    assert.equal(evaluate(output, [exception], '2026-12-31').passed, 1);
    assert.equal(evaluate(output, [exception], '2027-01-01').failed, 1);
  });

  it('does not accept another advisory of the same package', () => {
    const output = advisory('leaky', 9, 'high');
    assert.equal(evaluate(output, [exception], '2026-11-01').failed, 1);
  });

  it('says so when the registry cannot audit', () => {
    const result = evaluate('➤ YN0001: Response Code: 404', [], '2026-11-01');
    assert.equal(result.skipped, 1);
    assert.match(result.notes[0], /no audit endpoint/);
  });

  it('skips for a person without a network, but fails in CI', () => {
    const offline = {
      exitCode: 1,
      output: 'getaddrinfo ENOTFOUND',
      exceptions: [],
      today: '2026-11-01',
    };
    const forPerson = evaluateAudit({ ...offline, environment: {} });
    assert.equal(forPerson.skipped, 1);
    assert.match(forPerson.notes[0], /could not be asked/);
    const inCi = evaluateAudit({ ...offline, environment: { CI: 'true' } });
    assert.equal(inCi.failed, 1);
  });
});
