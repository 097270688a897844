package dev.greenroom.quickstart;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A real Chromium without a screen, with a new profile, that reaches nothing but this machine. It comes with its driver
 * from the system's packages: nothing is downloaded here.
 */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> COMMANDS = List.of("chromium", "chromedriver");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Why there is none here, as a clause; empty where there is one. */
    static Optional<String> obstacle() {
        return COMMANDS.stream()
                .filter(command -> onPath(command).isEmpty())
                .findFirst()
                .map(command -> command + " is not there (Debian: apt-get install chromium chromium-driver)");
    }

    private static Optional<Path> onPath(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param netLog where it writes all that it sends and gets, whole only once it is closed */
    static Chromium start(Path netLog) {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        var options = new ChromeOptions()
                .setBinary(onPath("chromium").orElseThrow().toFile())
                .addArguments(
                        "--headless=new",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                        "--no-proxy-server",
                        "--disable-dev-shm-usage",
                        "--net-log-capture-mode=Everything",
                        "--log-net-log=" + netLog);
        // A window that closes itself never ends loading.
        options.setPageLoadStrategy(PageLoadStrategy.NONE);
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox");
        }
        return new Chromium(new ChromeDriver(service, options));
    }

    void go(Object url) {
        driver.get(url.toString());
    }

    String url() {
        return driver.getCurrentUrl();
    }

    void type(String cssSelector, String text) {
        find(cssSelector).sendKeys(text);
    }

    void click(String cssSelector) {
        find(cssSelector).click();
    }

    /** The text of an element, once it has one. */
    String text(String cssSelector) {
        return await().atMost(PATIENCE).until(() -> find(cssSelector).getText(), text -> !text.isEmpty());
    }

    WebElement find(String cssSelector) {
        return await("an element " + cssSelector)
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> !(e instanceof NoSuchWindowException))
                .until(() -> driver.findElement(By.cssSelector(cssSelector)), WebElement::isDisplayed);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The tab or window that is looked at. */
    String tab() {
        return driver.getWindowHandle();
    }

    void look(String tab) {
        driver.switchTo().window(tab);
    }

    /** Looks at the window that the page has just opened. */
    void lookAtPopup() {
        var here = tab();
        await().atMost(PATIENCE).until(() -> others(here).count() == 1);
        look(others(here).findFirst().orElseThrow());
    }

    private Stream<String> others(String here) {
        return driver.getWindowHandles().stream().filter(handle -> !handle.equals(here));
    }

    /** Waits until the page has closed all windows but this one, and looks at it. */
    void lookAtLast(String tab) {
        await().atMost(PATIENCE).until(() -> driver.getWindowHandles().equals(Set.of(tab)));
        look(tab);
    }

    String openTab() {
        return driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
    }

    /** All cookies of the browser, those too that no page can see; each as the DevTools protocol describes it. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> cookies() {
        return (List<Map<String, Object>>)
                driver.executeCdpCommand("Storage.getCookies", Map.of()).get("cookies");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
