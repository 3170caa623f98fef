// What somebody hears before their message is answered: that they may speak for the other no more, or by which agreed route their
// contact goes. Safety steps still come first.

import { type ContactRoute, nextAnswer } from '../../model/contact-route.ts';
import { localTime } from '../../model/london-time.ts';
import { type Course, withFact, withLines, withState } from '../course.ts';
import type { Line } from '../line.ts';
import type { Received } from '../turn.ts';
import type { Recognised } from './recognise.ts';

const enquiry = 'access.representative';

export function toldFirst({ mayNoLonger, route }: Recognised, course: Course, received: Received): Course {
  const told = mayNoLonger
    ? withLines(withFact(course, 'authority.over', enquiry), {
        phrase: 'access.representative.over',
        values: {},
        enquiry,
      })
    : course;
  return route === undefined || told.owner.is !== 'bot' ? told : withRoute(told, route, received);
}

/** Told once; after a change once more. */
function withRoute(course: Course, route: ContactRoute, { receivedAt }: Received): Course {
  if (course.state.routeTold === route.id) return course;
  const known = withFact(course, 'route.told', undefined, { route: route.route });
  return withState(withLines(known, routeLine(route, localTime(receivedAt).date)), { routeTold: route.id });
}

function routeLine({ contact, until, weekday }: ContactRoute, today: string): Line {
  if (weekday === undefined) return { phrase: 'contact.route.told_named', values: { contact, until } };
  return { phrase: 'contact.route.told_weekly', values: { contact, until, by: nextAnswer(today, weekday) } };
}
