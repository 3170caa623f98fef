// Greetings, thanks, insults, and what is no landlord's business: said beside a matter, never one themselves.

export function isSmallTalk(enquiry: string): boolean {
  return enquiry === 'none' || enquiry.startsWith('talk.');
}
