// Who may call what at the desk: every row of the table of calls, for every role, against the running service.

import { expect } from 'chai';
import { type Call, calls } from '../../src/desk/calls.ts';
import { callOf } from '../../src/desk/gate.ts';
import { type Role, roles, rolesOf } from '../../src/desk/roles.ts';
import type { Agent } from '../support/agent.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { deskService, openHours } from '../support/desk-service.ts';
import type { Service } from '../support/service.ts';

/** What each team's people are, told here once more so that a slip in the table is seen. */
const has: Readonly<Record<Role, readonly Role[]>> = {
  agent: ['agent'],
  supervisor: ['agent', 'supervisor'],
  'case-lead': ['agent', 'case-lead'],
  'privacy-officer': ['agent', 'privacy-officer'],
  auditor: ['auditor'],
};

const pathOf = ({ path }: Call) => path.replaceAll(/\{\w+\}/g, 'nobody-1');
const closed = calls.filter(({ roles: admits, path }) => admits !== 'anyone' && path !== '/stream');
const mayCall = (who: Role, { roles: admits }: Call) =>
  admits === 'anyone' || has[who].some((role) => admits.includes(role));

describe('roles at the desk', function () {
  this.timeout(120_000);
  let service: Service;
  const agents = new Map<Role, Agent>();

  before(async () => {
    ({ service } = await deskService());
    for (const role of roles)
      agents.set(role, await letIn(service, { name: `Only ${role}`, teams: teamsOf[role] }, openHours));
  });

  const as = async (role: Role, call: Call) => {
    const method = call.method.toUpperCase();
    return await agents.get(role)?.call(method, pathOf(call), method === 'GET' ? undefined : {});
  };

  it('are told by nothing but the teams, and an auditor is nothing else', () => {
    const pack = {
      desk: { auditors: 'auditors', groups: {} },
      persistentContact: { managers: 'managers' },
      privacy: { officers: 'data-protection' },
      routes: { default: 'contact-centre', access: 'access' },
    } as unknown as Parameters<typeof rolesOf>[1];

    for (const role of roles) expect(rolesOf({ teams: teamsOf[role] }, pack), role).to.deep.equal(has[role]);
    expect(rolesOf({ teams: [] }, pack)).to.deep.equal([]);
    expect(rolesOf({ teams: ['auditors', 'managers', 'contact-centre'] }, pack)).to.deep.equal(['auditor']);
  });

  it('name every call once, and only a few are for anyone', () => {
    const open = calls
      .filter(({ roles: admits }) => admits === 'anyone')
      .map(({ method, path }) => `${method} ${path}`);

    expect(open.toSorted()).to.deep.equal(['get /openapi.json', 'get /sign-in', 'post /session']);
    for (const call of calls) expect(callOf(call.method, pathOf(call)), `${call.method} ${call.path}`).to.equal(call);
  });

  it('refuse every call to who is not signed in', async () => {
    for (const call of closed) {
      const answer = await fetch(`${service.url}/desk/api${pathOf(call)}`, { method: call.method.toUpperCase() });
      expect(answer.status, `${call.method} ${call.path}`).to.equal(401);
    }
  });

  it('refuse every call to every role that it is not for', async () => {
    const refused = closed.flatMap((call) =>
      roles.filter((role) => !mayCall(role, call)).map((role) => ({ call, role })),
    );
    expect(refused.length).to.be.greaterThan(80);

    for (const { call, role } of refused) {
      const answer = await as(role, call);
      expect(answer?.status, `${call.method} ${call.path} as ${role}`).to.equal(403);
      expect(answer?.body.type).to.match(/problems\/not-/);
    }
  });

  it('let those through whom a call is for, but for what does not end their session or is not there', async () => {
    const ending = ['/session', '/sessions'];
    for (const call of closed.filter(({ path }) => !ending.includes(path)))
      for (const role of roles.filter((each) => mayCall(each, call))) {
        const answer = await as(role, call);
        expect(answer?.status, `${call.method} ${call.path} as ${role}`).not.to.be.oneOf([401, 500]);
        if (answer?.status === 403) expect(answer.body.type).to.match(/not-your-team$/);
      }
  });

  it('do not know a call that is not in the table, whatever is made of its path', async () => {
    const auditor = agents.get('auditor');
    for (const path of ['/Queue', '/queue/', '/conversations/x/', '//queue', '/queue%2f', '/conversations/x/secrets'])
      expect((await auditor?.call('GET', path))?.status, path).to.equal(404);
    const head = await fetch(`${service.url}/desk/api/queue`, { method: 'HEAD' });
    expect(head.status).to.equal(401);
  });
});
