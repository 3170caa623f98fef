// All that a turn may ask or look up, passed in. Reading only; each port answers in time or says "away".

import type { ContactRoute } from '../model/contact-route.ts';
import type { Conversation } from '../model/conversation.ts';
import type { FormatName } from '../model/document.ts';
import type { Incident } from '../model/incident.ts';
import type { Landlord } from '../model/landlord.ts';
import type { Address } from '../model/message.ts';
import type { NationRules } from '../model/nation-rules.ts';
import type { OpenPromise } from './act.ts';
import type { Directory } from './actions/directory.ts';
import type { Housing } from './actions/housing.ts';
import type { Playbook } from './dialog/flow.ts';
import type { Phrases } from './reply/ports.ts';
import type { Translator } from './translator.ts';
import type { DangerDetector, DetailFinder, Interpreter, LanguageGuesser, Recogniser } from './understanding/ports.ts';

export interface World {
  readonly playbook: Playbook;
  readonly phrases: Phrases;
  readonly landlord: Landlord;
  readonly rules: NationRules;
  readonly recogniser: Recogniser;
  /** Asked as well where the landlord has switched it on. */
  readonly interpreter?: Interpreter | undefined;
  readonly danger: DangerDetector;
  readonly details: DetailFinder;
  readonly languages: LanguageGuesser;
  /** Where the landlord has switched one on. */
  readonly translator?: Translator | undefined;
  readonly housing: Housing;
  readonly directory: Directory;
  readonly desk: DeskView;
  /** As it is stored now; undefined where there is none. */
  readonly conversation: (id: string) => Promise<Conversation | undefined>;
  /** Conversations of all channels go to a desk elsewhere that is a Bot Framework skill. */
  readonly hasSkillDesk?: boolean;
  readonly contactRoutes: ContactRoutes;
  readonly incidents: IncidentsKnown;
  readonly proofs: Proofs;
  readonly promises: PromisesMade;
  readonly texts: TextConsents;
  readonly lines: TextLines;
  /** Where the chat of a conversation by text is opened, once, within minutes of the moment. */
  readonly chatLink: (conversation: string, at: Date) => string;
  readonly surveys: SurveysAsked;
  readonly formats: FormatsHere;
  readonly references: References;
  /** Where a phone without picture messages sends photographs. The same for the same moment, however often a turn is taken. */
  readonly photoLink: (conversation: string, at: Date) => string;
}

/** What the turn may know of the desk. */
export interface DeskView {
  /**
   * Place in the team's queue of a handover asked for now with this priority (1 is next), and how many agents are there to take it:
   * of those that say of themselves all that is asked for (`woman`, `lgbt`).
   */
  queue(
    team: string,
    priority: number,
    skills: readonly string[],
  ): Promise<{
    readonly position: number;
    readonly agents: number;
    /** As others waited of late; undefined where they are too few to say. */
    readonly waitMinutes?: number | undefined;
    /** Who asks now would wait longer than the landlord lets anybody wait for this team. */
    readonly isFull: boolean;
  }>;
  /** Place of a waiting handover; undefined when it waits no more. */
  position(handover: string): Promise<number | undefined>;
}

/** Who wants no texts: STOP, by whatever word. */
export interface TextConsents {
  /** @param number E.164 */
  isOut(number: string): Promise<boolean>;
}

/** What a number texts with. */
export interface TextLines {
  /** @param number E.164 */
  at(
    number: string,
    at: Date,
  ): Promise<{
    readonly address: Address & { readonly channel: 'sms' };
    /** The number's own conversation. */
    readonly thread: string;
    /** Counts what the number was used for. */
    readonly nth: number;
    /** A conversation that is open with it. */
    readonly openIn?: string;
  }>;
}

/** Who was asked how a contact went. */
export interface SurveysAsked {
  /** When this person was last, on any channel, or whoever it is in this conversation; looked up no further back than `since`. */
  lastAsked(of: {
    readonly conversation: string;
    readonly person?: string | undefined;
    readonly since: Date;
  }): Promise<Date | undefined>;
}

/** Which formats this service makes by itself, at once; people make the rest. */
export interface FormatsHere {
  /** @param language BCP 47 */
  canMake(format: FormatName, language: string): boolean;
}

/** What was promised and has no end yet. */
export interface PromisesMade {
  open(id: string): Promise<OpenPromise | undefined>;
  /** For one case, the next day first. */
  of(reference: string): Promise<readonly OpenPromise[]>;
  /** Of one conversation, the next day first. */
  in(conversation: string): Promise<readonly OpenPromise[]>;
}

/** Agreed routes, kept by this service: the housing system has no place for them. */
export interface ContactRoutes {
  /** The one that holds for a person on a day (ISO date). */
  holding(person: string, on: string): Promise<ContactRoute | undefined>;
}

/** What is known to be wrong for many. */
export interface IncidentsKnown {
  at(moment: Date): Promise<readonly Incident[]>;
}

export interface Proofs {
  /** Failed tries against this key within the last `minutes`. Keys: `tenancy:TEN-100101`, `address:+447700900101`. */
  failures(key: string, since: Date): Promise<number>;
  /** A fresh six-digit code and its salted hash. */
  newCode(): { readonly code: string; readonly hash: string };
  matches(code: string, hash: string): boolean;
}

export interface References {
  /**
   * A reference such as `CMP-4821937`: the same for the same enquiry however often the turn is taken.
   *
   * @param prefix CMP complaint, ADJ adjustment, FMT format, REP repair, TSK task, ENQ enquiry, SAF and so on
   * @param seed what makes it this one: the enquiry's id and the action
   */
  make(prefix: string, seed: string): string;
}

/** When the turn is taken. `now` is the service's clock; a message keeps its own `receivedAt`, from which the law counts. */
export interface Moment {
  readonly now: Date;
}
