export type OptOutType = 'STOP' | 'START' | 'HELP';

/** Twilio's default keywords. A text counts only if the keyword is all it says. */
const keywords: Record<OptOutType, readonly string[]> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
};

export const carrierReplies: Record<OptOutType, string> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};

export function optOutTypeOf(body: string): OptOutType | null {
  const word = body.trim().toUpperCase();
  const types: OptOutType[] = ['STOP', 'START', 'HELP'];
  return types.find((type) => keywords[type].includes(word)) ?? null;
}

/** Recipients who replied STOP, per sender. */
export class OptOuts {
  private readonly pairs = new Set<string>();

  has(sender: string, recipient: string): boolean {
    return this.pairs.has(`${sender} ${recipient}`);
  }

  apply(type: OptOutType, sender: string, recipient: string): void {
    const pair = `${sender} ${recipient}`;
    if (type === 'STOP') this.pairs.add(pair);
    if (type === 'START') this.pairs.delete(pair);
  }
}
