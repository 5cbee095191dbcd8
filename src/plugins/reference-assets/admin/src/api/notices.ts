import type { Delivery, NotificationState, PanelNotice } from '../../../shared/contracts/notices';
import { LIST, route, studioApi, unwrap, type PageOf } from './studio-api';

const noticesApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    listNotices: build.query<PanelNotice[], void>({
      query: () => route('/notices'),
      transformResponse: unwrap<PanelNotice[]>,
      providesTags: [{ type: 'RefMention', id: LIST }],
    }),
    seeNotices: build.mutation<void, void>({
      query: () => ({ url: route('/notices/seen'), method: 'POST' }),
      invalidatesTags: [{ type: 'RefMention', id: LIST }],
    }),
    getNotificationState: build.query<NotificationState, void>({
      query: () => route('/notifications'),
      transformResponse: unwrap<NotificationState>,
    }),
    listDeliveries: build.query<PageOf<Delivery>, { pageSize: number }>({
      query: ({ pageSize }) => route('/notifications/deliveries', { pageSize }),
      providesTags: ['RefDelivery'],
    }),
    retryDelivery: build.mutation<Delivery, string>({
      query: (id) => ({ url: route(`/notifications/deliveries/${id}/retry`), method: 'POST' }),
      transformResponse: unwrap<Delivery>,
      invalidatesTags: ['RefDelivery'],
    }),
    testWebhook: build.mutation<Delivery, string>({
      query: (id) => ({ url: route(`/notifications/webhooks/${id}/test`), method: 'POST' }),
      transformResponse: unwrap<Delivery>,
      invalidatesTags: ['RefDelivery'],
    }),
    testMail: build.mutation<{ sent: boolean }, void>({
      query: () => ({ url: route('/notifications/mail/test'), method: 'POST' }),
      transformResponse: unwrap<{ sent: boolean }>,
    }),
  }),
});

export const {
  useListNoticesQuery,
  useSeeNoticesMutation,
  useGetNotificationStateQuery,
  useListDeliveriesQuery,
  useRetryDeliveryMutation,
  useTestWebhookMutation,
  useTestMailMutation,
} = noticesApi;
