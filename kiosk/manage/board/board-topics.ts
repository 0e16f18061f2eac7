/** What the board hears beside the page's own view. */
export const boardTopics = ['board', 'board-counters', 'queues', 'devices', 'lights', 'ratings']
