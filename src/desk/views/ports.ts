// What an agent keeps as a view, and what the desk asks of the store about it.

import type { ChannelName } from '../../model/message.ts';

/** What is not named is not asked about: an empty one is all. */
export interface ViewFilter {
  /** `held` rests with its agent, `accepted` does not. */
  readonly state?: 'waiting' | 'accepted' | 'held' | 'ended';
  readonly team?: string;
  readonly channel?: ChannelName;
  /** BCP 47. */
  readonly language?: string;
  /** The enquiry, or the matter before it, where that is but for a person. */
  readonly topic?: string;
  readonly urgent?: true;
  readonly restricted?: true;
  readonly with?: 'me' | 'colleague';
}

export interface SavedView {
  /** Made by who keeps it, so that kept again it is the same. */
  readonly id: string;
  readonly name: string;
  readonly filter: ViewFilter;
}

export interface ViewStore {
  /** An agent's own, by name. */
  views(agent: string): Promise<readonly SavedView[]>;
  /** `not-theirs`: the id is somebody else's. @param most so many may an agent have */
  keepView(
    agent: string,
    view: SavedView,
    most: number,
  ): Promise<'kept' | 'not-theirs' | 'name-taken' | 'too-many-views'>;
  /** False when they have none of this id. */
  deleteView(agent: string, id: string): Promise<boolean>;
}
