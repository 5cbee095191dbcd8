import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { CalmMotion } from '../components/calm-motion';
import { StudioLayout, useStudioLinks } from '../components/studio-layout';
import { useLiveEvents } from '../hooks/use-live-events';
import { MENU_PERMISSIONS, PERMISSIONS } from '../permissions';
import { DashboardPage } from './dashboard/dashboard-page';
import { AssetPage } from './library/asset/asset-page';
import { DuplicatesPage } from './library/duplicates/duplicates-page';
import { LibraryPage } from './library/library-page';
import { UndoProvider } from '../components/undo';
import { UploadsProvider } from './library/uploads-context';
import { MentionsPage } from './mentions/mentions-page';
import { NewVideoPage } from './videos/new-video-page';
import { VideoPage } from './videos/video-page';
import { VideosPage } from './videos/videos-page';

const Start = () => {
  const [first] = useStudioLinks();
  return first ? <Navigate to={first.to} replace /> : <Page.NoPermissions />;
};

const StudioRoutes = () => {
  useLiveEvents();
  return (
    <StudioLayout>
      <Routes>
        <Route index element={<Start />} />
        <Route
          path="library"
          element={
            <Page.Protect permissions={PERMISSIONS.readAssets}>
              <LibraryPage />
            </Page.Protect>
          }
        />
        <Route
          path="library/duplicates"
          element={
            <Page.Protect permissions={PERMISSIONS.readAssets}>
              <DuplicatesPage />
            </Page.Protect>
          }
        />
        <Route
          path="library/:id"
          element={
            <Page.Protect permissions={PERMISSIONS.readAssets}>
              <AssetPage />
            </Page.Protect>
          }
        />
        <Route
          path="videos"
          element={
            <Page.Protect permissions={PERMISSIONS.readVideos}>
              <VideosPage />
            </Page.Protect>
          }
        />
        <Route
          path="videos/new"
          element={
            <Page.Protect permissions={PERMISSIONS.createVideos}>
              <NewVideoPage />
            </Page.Protect>
          }
        />
        <Route
          path="videos/:id"
          element={
            <Page.Protect permissions={PERMISSIONS.readVideos}>
              <VideoPage />
            </Page.Protect>
          }
        />
        <Route
          path="mentions"
          element={
            <Page.Protect permissions={PERMISSIONS.readVideos}>
              <MentionsPage />
            </Page.Protect>
          }
        />
        <Route
          path="dashboard"
          element={
            <Page.Protect permissions={PERMISSIONS.readDashboard}>
              <DashboardPage />
            </Page.Protect>
          }
        />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </StudioLayout>
  );
};

/** Every page of the plugin under its place in the main menu. */
export const App = () => (
  <Page.Protect permissions={MENU_PERMISSIONS}>
    <CalmMotion />
    <UndoProvider>
      <UploadsProvider>
        <StudioRoutes />
      </UploadsProvider>
    </UndoProvider>
  </Page.Protect>
);
