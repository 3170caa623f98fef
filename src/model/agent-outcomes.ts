/** How a conversation with a person ends, by the agent's word. */
export const agentOutcomes = ['answered', 'done', 'case', 'task', 'callback', 'signposted', 'left'] as const;
