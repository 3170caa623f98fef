// How many enquiries end at first contact, over every transcript named after one: `npm run bench -- conversations` prints the rest.

import { expect } from 'chai';
import { type Contact, countedAs, isResolved, playContacts, summed } from '../support/first-contact.ts';
import { readAll } from '../support/world.ts';

/** Why a dialog may bring a person in. A reason that is not here is a handover that nobody has thought about. */
const reasons = {
  /** The customer said yes to a person, or chose one. */
  asked: [
    'asked_for_a_person',
    'complaint_not_found',
    'help_to_apply',
    'in_distress',
    'leaseholder_repair',
    'owner_wants_to_move',
    'owner_wants_to_swap',
    'pests',
    'rent_not_shown',
    'rent_owed',
    'request_not_found',
    'speaks_for_somebody',
    'staff_preference',
    'unhappy_with_complaint',
    'unhappy_with_repair',
    'unhappy_with_request',
    'who_is_my_officer',
  ],
  /** Somebody must judge, or know what only few know: danger, harm, a court, no home, no food, another's permission. */
  judgement: [
    'abusive_words',
    'adaptation_urgent',
    'court_or_eviction',
    'danger_on_the_estate',
    'homeless_tonight',
    'leaving_but_might_stay',
    'no_food_today',
    'no_power_today',
    'not_safe_at_home',
    'permission_taken_back',
    'safety',
    'threat_to_staff',
  ],
};

describe('first contact', () => {
  let contacts: readonly Contact[] = [];
  before(async function () {
    this.timeout(180_000);
    readAll();
    contacts = await playContacts();
  });

  const enquiries = () => contacts.filter((contact) => countedAs(contact) === 'enquiry');

  it('is measured over every kind of enquiry, by web and by text', () => {
    // `contact.case` takes what no kind fits.
    const kinds = [...readAll().playbook].flatMap(([name, { called }]) =>
      called || name === 'contact.case' ? [] : [name],
    );
    const plain = contacts.filter(({ kind }) => kind === 'plain');

    expect(new Set(plain.map(({ enquiry }) => enquiry))).to.deep.equal(new Set(kinds));
    expect(plain.filter(({ channel }) => channel === 'web')).to.have.length.above(100);
    expect(plain.filter(({ channel }) => channel === 'sms')).to.have.length.above(100);
  });

  it('[GUH-02] is where the majority of enquiries end, by web as by text', () => {
    const plain = enquiries().filter(({ kind }) => kind === 'plain');
    const by = (channel: Contact['channel']) => summed(plain.filter((contact) => contact.channel === channel));

    expect(by('web').share, 'web').to.be.at.least(0.87);
    expect(by('sms').share, 'sms').to.be.at.least(0.86);
    expect(summed(enquiries()).share, 'special cases too').to.be.at.least(0.82);
  });

  it('[GUH-02] is no more than a few questions and texts away', () => {
    const plain = summed(enquiries().filter(({ kind }) => kind === 'plain'));

    expect(plain.questions, 'questions').to.be.at.most(4.6);
    // Three of the demonstration people have Somali, Urdu and Ukrainian on file: a text of the last two holds 70 letters, not 160.
    expect(plain.segments, 'segments').to.be.at.most(9.8);
  });

  it('[GUH-02] ends with a person only when the customer asks, or when somebody must know or judge', () => {
    const known = [...reasons.asked, ...reasons.judgement];
    const inDialogs = [...readAll().playbook.values()].flatMap(({ steps }) =>
      Object.values(steps).flatMap((step) => ('handover' in step ? [step.reason] : [])),
    );
    const brought = contacts.flatMap(({ person }) => (person === undefined ? [] : [person]));

    expect(new Set(inDialogs)).to.deep.equal(new Set(known));
    // `danger`: asked for while safety steps were told; `handover.closed`, `handover.nobody_such`: wanted when nobody is there.
    expect([...known, 'danger', 'handover.closed', 'handover.nobody_such']).to.include.members(brought);
  });

  it('[GUH-02] is the end of nothing that was meant for a person', () => {
    const wanted = contacts.filter(({ enquiry }) => enquiry === 'contact.person');

    expect(wanted.filter(isResolved)).to.deep.equal([]);
    expect(wanted.map(({ ended }) => ended)).to.include.members(['handover', 'callback']);
  });
});
