import type { Delivery, NotificationState } from '../../../shared/contracts/notices';
import { route, studioApi, unwrap, type PageOf } from './studio-api';

const noticesApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
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
  useGetNotificationStateQuery,
  useListDeliveriesQuery,
  useRetryDeliveryMutation,
  useTestWebhookMutation,
  useTestMailMutation,
} = noticesApi;
