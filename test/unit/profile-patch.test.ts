// What a change of a profile comes to, of a record that others change as well.

import { expect } from 'chai';
import type { Person } from '../../src/model/person.ts';
import { patchFor } from '../../src/model/profile-patch.ts';

const need = { kind: 'mobility', adjustments: ['more time'], review: '2026-12-01' };
const person: Person = {
  id: 'P-1',
  name: { given: 'Jo', family: 'Field' },
  phones: [],
  needs: [need],
  contact: { never: ['telephone', 'post'], avoid: ['Fridays'] },
  tenancies: [],
  etag: '"3"',
};

describe('a change of a profile', () => {
  it('[TPC-05] that was made of an older list takes away and adds, and undoes nothing that came meanwhile', () => {
    const contactSeen = { never: ['telephone'], avoid: [] };

    expect(patchFor(person, { contact: { never: ['email'] }, contactSeen }).contact).to.deep.equal({
      never: ['post', 'email'],
    });
    expect(patchFor(person, { contact: { never: null, avoid: null }, contactSeen }).contact).to.deep.equal({
      never: ['post'],
    });
    expect(patchFor(person, { contact: { never: ['telephone', 'post'] }, contactSeen }).contact).to.equal(undefined);
    const others = { ...person, contact: { never: ['telephone'] } };
    expect(patchFor(others, { contact: { never: null }, contactSeen }).contact).to.deep.equal({ never: null });
  });

  it('replaces a list of which nobody says what it was', () => {
    expect(patchFor(person, { contact: { never: ['email'] } }).contact).to.deep.equal({ never: ['email'] });
  });

  it('is nothing where the record says so already, in whatever order', () => {
    const same = { review: '2026-12-01', adjustments: ['more time'], kind: 'mobility' };
    const changes = { title: null, email: null, contact: { best: null }, needs: { put: [{ was: need, now: same }] } };

    expect(patchFor({ ...person, email: null }, changes)).to.deep.equal({});
  });

  it('[LIV-07] puts a need in the place of the one that was read, of the only one of its kind, or beside them', () => {
    const now = { ...need, review: '2027-12-01' };
    const changed = { ...need, review: '2026-11-30' };
    const two = [changed, { kind: 'mobility', adjustments: ['a ramp'] }];

    const of = (needs: Person['needs']) =>
      patchFor({ ...person, needs }, { needs: { put: [{ was: need, now }] } }).needs;
    expect(of([need])).to.deep.equal([now]);
    expect(of([changed])).to.deep.equal([now]);
    expect(of(two)).to.deep.equal([...two, now]);
  });

  it('[TPC-06] keeps the name and changes what stands before it', () => {
    expect(patchFor(person, { title: 'Mx' }).name).to.deep.equal({ title: 'Mx', given: 'Jo', family: 'Field' });
    const titled = { ...person, name: { title: 'Mx', given: 'Jo', family: 'Field' } };
    expect(patchFor(titled, { title: null }).name).to.deep.equal({ given: 'Jo', family: 'Field' });
  });
});
