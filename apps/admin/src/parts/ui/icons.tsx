import type { ReactNode } from 'react';

/** Line icons (20 × 20) in the text color. They always accompany text, so they are hidden from screen readers. */
function icon(paths: ReactNode) {
  return function Icon({ size = 18 }: { size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths}
      </svg>
    );
  };
}

export const HomeIcon = icon(<path d="M3 9.2 10 3l7 6.2V16a1 1 0 0 1-1 1h-3.5v-4.5h-5V17H4a1 1 0 0 1-1-1z" />);
export const CalendarIcon = icon(<path d="M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5" />);
export const MailIcon = icon(<path d="M3 5h14v10.5H3zM3.3 5.4 10 11l6.7-5.6" />);
export const PeopleIcon = icon(
  <path d="M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M2.5 16.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5M13 4.2a2.8 2.8 0 0 1 0 5.1M14.8 12.3c1.7.6 2.7 2.1 2.7 4.2" />,
);
export const CameraIcon = icon(
  <path d="M3 6.5h3L7.5 4.5h5L14 6.5h3v9.5H3zM10 13.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6" />,
);
export const PersonIcon = icon(<path d="M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 17c0-3.2 2.6-5 6-5s6 1.8 6 5" />);
export const ChapterIcon = icon(
  <path d="M10 17.5s5.5-5 5.5-9A5.5 5.5 0 0 0 4.5 8.5c0 4 5.5 9 5.5 9zM10 10.3a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8" />,
);
export const ReadIcon = icon(<path d="M5 3h7l3.5 3.5V17H5zM12 3v3.5h3.5M7.5 10h5.5M7.5 13h5.5" />);
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />);
export const MinusIcon = icon(<path d="M4 10h12" />);
export const SearchIcon = icon(<path d="M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12M13.5 13.5 17 17" />);
export const CheckIcon = icon(<path d="m4 10.5 4 4 8-9" />);
export const AlertIcon = icon(<path d="M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1" />);
export const InfoIcon = icon(<path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9.2v4.3M10 6.6v.1" />);
export const DotsIcon = icon(<path d="M10 5v.1M10 10v.1M10 15v.1" strokeWidth={2.4} />);
export const PrintIcon = icon(<path d="M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z" />);
export const CopyIcon = icon(<path d="M7 7h9.5v9.5H7zM4.5 13H3.5V3.5H13v1" />);
export const EditIcon = icon(<path d="m4 13.5-.5 3 3-.5L16 6.5 13.5 4zM11.8 5.7l2.5 2.5" />);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const MenuIcon = icon(<path d="M3 6h14M3 10h14M3 14h14" />);
export const LanguageIcon = icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M3 10h14M10 3c2.3 2.2 3 4.5 3 7s-.7 4.8-3 7c-2.3-2.2-3-4.5-3-7s.7-4.8 3-7" />,
);
export const OutIcon = icon(<path d="M8 3.5H4v13h4M12.5 6.5 16 10l-3.5 3.5M16 10H8" />);
export const LinkIcon = icon(
  <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 1 0-4.3-4.3l-.9.9M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 1 0 4.3 4.3l.9-.9" />,
);
export const BackIcon = icon(<path d="M12 4.5 6.5 10l5.5 5.5" />);
export const ForwardIcon = icon(<path d="M8 4.5 13.5 10 8 15.5" />);
export const FilterIcon = icon(<path d="M3 5.5h14M5.5 10h9M8 14.5h4" />);
export const OptionsIcon = icon(<path d="M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4" />);
export const MoveIcon = icon(<path d="M3.5 10h12M11.5 5.5 16 10l-4.5 4.5" />);
export const ShieldIcon = icon(
  <path d="m10 3 6 2v5c0 3.500-2.500 5.800-6 7-3.500-1.200-6-3.500-6-7V5zM7.500 10l1.800 1.800L13 8" />,
);
export const EyeIcon = icon(
  <path d="M2.5 10S5 4.8 10 4.8 17.5 10 17.5 10 15 15.2 10 15.2 2.5 10 2.5 10zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4" />,
);
export const ClockIcon = icon(<path d="M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l3 2" />);
export const LockIcon = icon(<path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9" />);
export const FileIcon = icon(<path d="M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15M8 10.5h4.5M8 13.5h4.5" />);
export const HeartIcon = icon(
  <path d="M10 16.5S3.5 12.8 3.5 8a3.4 3.4 0 0 1 6.5-1.4A3.4 3.4 0 0 1 16.5 8c0 4.8-6.5 8.5-6.5 8.5z" />,
);
export const RepeatIcon = icon(
  <path d="M4 9.5A5.5 5.5 0 0 1 14 6l2 2M16 4v4h-4M16 10.5A5.5 5.5 0 0 1 6 14l-2-2M4 16v-4h4" />,
);
export const ScaleIcon = icon(
  <path d="M10 3.5v13M6.5 16.5h7M4 6.5h12M4 6.5 1.8 11h4.4zM16 6.5 13.8 11h4.4zM10 3.5 4 6.5M10 3.5l6 3" />,
);
export const ReceiptIcon = icon(<path d="M5 3h10v14l-2-1.3-1.5 1.3-1.5-1.3L8.5 17 7 15.7 5 17zM8 7h4M8 10h4" />);
export const MatchIcon = icon(<path d="M4.5 5.5h4v9h-4zM11.5 5.5h4v9h-4zM8.5 8.5h3M8.5 11.5h3" />);
export const SendIcon = icon(<path d="M3 9.5 17 3l-6 14-2.2-5.3zM8.8 11.7 17 3" />);
export const BankIcon = icon(<path d="M3 8 10 3.5 17 8zM4.5 8v6M8.2 8v6M11.8 8v6M15.5 8v6M3 16.5h14M3.5 14h13" />);
export const BookIcon = icon(
  <path d="M4 4h5a1.5 1.5 0 0 1 1 .5A1.5 1.5 0 0 1 11 4h5v11.5h-5a1.5 1.5 0 0 0-1 .5 1.5 1.5 0 0 0-1-.5H4zM10 4.5V16" />,
);
export const HandsIcon = icon(
  <path d="M3 11.5v5M3 12.5c2-1 3.5-1 5 .3l2.2.1c1 .1 1 1.6 0 1.7H8M10.6 14.2l4.6-2.6c1.200-.6 2 .8 1 1.600L11.500 16.500H3M11.500 3.500v6M8.800 6.500h5.400" />,
);
export const DownloadIcon = icon(<path d="M10 3.5v9M6 9l4 4 4-4M4 16.5h12" />);
export const FlagIcon = icon(<path d="M5 17V3.500h9.500L12.500 7l2 3.500H5" />);
export const BadgeIcon = icon(
  <path d="M10 12a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9M7.200 11l-1.200 6 4-2 4 2-1.200-6M8.300 7.500l1.200 1.200 2.200-2.400" />,
);
export const BuildingIcon = icon(
  <path d="M4.500 17V3.500h7V17M11.500 8h4v9M2.500 17h15M7 7h2M7 10h2M7 13h2M13.500 11v.1M13.500 14v.1" />,
);
export const BriefcaseIcon = icon(<path d="M3 6.500h14v10H3zM7 6.500V4h6v2.500M3 11h14M10 10v2" />);
export const InboxIcon = icon(<path d="M3 11.500 5 4h10l2 7.500V16H3zM3 11.500h4l1 2h4l1-2h4" />);
export const TalkIcon = icon(<path d="M3 4h10v7H8l-3 2.500V11H3zM15 7.500h2v7h-2V17l-3-2.500H9.500" />);
export const KeyIcon = icon(
  <path d="M7 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M10.500 10H17.500v3M14.500 10v2" />,
);
export const ChartIcon = icon(<path d="M3.500 3.500v13h13M7 13.500v-3M10.500 13.500v-6M14 13.500v-8" />);
export const UnlockIcon = icon(<path d="M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 5.700-1.200" />);
export const PhoneIcon = icon(
  <path d="M6.500 3 8 7 6.300 8.300a9 9 0 0 0 5.400 5.400L13 12l4 1.500V16a1.500 1.500 0 0 1-1.600 1.500A13.500 13.500 0 0 1 2.500 4.600 1.500 1.500 0 0 1 4 3z" />,
);
export const KeyboardIcon = icon(<path d="M2.500 5h15v10h-15zM5.500 8v.1M8.500 8v.1M11.500 8v.1M14.500 8v.1M6 12h8" />);
export const ThemeIcon = icon(<path d="M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14" />);
