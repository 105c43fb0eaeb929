import { z } from "zod";

/** The messages between frame and parent: JSON texts, measured with office-js 1.1.110. */
export const messageShape = z.object({
  _messageType: z.literal(0),
  _actionName: z.string(),
  _conversationId: z.string(),
  _correlationId: z.union([z.number(), z.string()]),
  _data: z.unknown(),
  _actionType: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});

export type Message = z.infer<typeof messageShape>;
export const actionTypes = { invoke: 0, register: 1, unregister: 2 } as const;

export const methodShape = z.looseObject({
  DdaMethod: z.object({ DispatchId: z.number() }),
  ArrayData: z.array(z.unknown()).nullish(),
  DdaSettingsMethod: z.object({ Properties: z.array(z.tuple([z.string(), z.string()])).nullish() }).nullish(),
});

export type Method = z.infer<typeof methodShape>;

export function replyTo(message: Message, origin: string, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: message._actionName,
    _conversationId: message._conversationId,
    _correlationId: message._correlationId,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: 0,
    _serializerVersion: 1,
  });
}

export function eventMessage(conversation: string, origin: string, name: string, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: -1,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: 1,
    _serializerVersion: 1,
  });
}
